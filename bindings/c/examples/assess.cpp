// Is it worth it? The answer to a case in a file, with the wrapper for C++.

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include <worthwhile.hpp>

int main(int argc, char **argv) {
  std::ifstream file(argc == 2 ? argv[1] : "");
  if (!file) {
    std::cerr << "usage: " << argv[0] << " CASE.json\n";
    return 2;
  }
  const std::string text(std::istreambuf_iterator<char>(file), {});
  try {
    const worthwhile::Plan plan(text);
    std::cout << plan.assess().text();
    std::cout << "It rests on " << plan.inputs().size() << " numbers.\n";
  } catch (const worthwhile::Error &error) {
    std::cerr << error.what() << '\n';
    for (const worthwhile::Problem &problem : error.problems()) {
      std::cerr << "  " << problem.code << " at `" << problem.path << "`\n";
    }
    return 1;
  }
  return 0;
}
