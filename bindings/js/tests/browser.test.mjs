// The package in Chromium, under a content security policy: every vector in a worker, and what bundlers made of it.
import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { delimiter, extname, join, normalize } from "node:path";
import test, { after, before } from "node:test";

import { chromium } from "playwright-core";

import { lines } from "./expected.mjs";
import { root } from "./package.mjs";

const executablePath = process.env.PATH.split(delimiter).map((at) => join(at, "chromium")).find(existsSync);
const KINDS = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".json": "application/json" };
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";
const PLACES = {
  "/package/": join(root, "target/js/worthwhile/"),
  "/vectors/": join(root, "target/js/vectors/"),
  "/bundles/": join(root, "target/js/bundles/"),
  "/tests/": join(root, "bindings/js/tests/"),
};

let server, browser, origin;
const asked = [];

/** Files of a few folders, with the policy, and isolated from other origins so that memory can be shared. */
function answer(request, response) {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
  asked.push(path);
  const place = Object.keys(PLACES).find((start) => path.startsWith(start));
  const file = place && join(PLACES[place], path.slice(place.length));
  if (!file || !existsSync(file) || !statSync(file).isFile()) {
    // A browser asks for an icon of its own accord.
    response.writeHead(path === "/favicon.ico" ? 204 : 404);
    response.end();
    return;
  }
  response.writeHead(200, {
    "content-type": KINDS[extname(file)] ?? "application/octet-stream",
    "content-security-policy": POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
  });
  response.end(readFileSync(file));
}

before(async () => {
  assert(executablePath, "there is no chromium on the path");
  server = createServer(answer);
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${server.address().port}`;
  browser = await chromium.launch({
    executablePath,
    timeout: 60_000,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
});
after(async () => {
  await browser?.close();
  server?.close();
});

/** A page, and what it complains of. */
async function page(path) {
  const context = await browser.newContext();
  const own = await context.newPage();
  const complaints = [];
  own.on("pageerror", (error) => complaints.push(error.message));
  own.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  const elsewhere = [];
  own.on("request", (request) => {
    if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url())) elsewhere.push(request.url());
  });
  await own.goto(`${origin}${path}`);
  return { page: own, complaints, elsewhere, close: () => context.close() };
}

test("every vector has the bytes of the library, in a worker under the policy", { timeout: 600_000 }, async () => {
  const count = lines(readFileSync(join(PLACES["/vectors/"], "index"), "utf8")).length;
  const { page: own, complaints, elsewhere, close } = await page("/tests/page.html");
  const result = await own.evaluate(() => globalThis.vectors("/tests/page-worker.mjs"));
  assert.deepEqual(result.failed, []);
  assert.equal(result.held, count);
  assert.deepEqual([complaints, elsewhere], [[], []]);
  await close();
});

test("a page loads the module and nothing else", async () => {
  const { page: own, complaints, elsewhere, close } = await page("/tests/page.html");
  asked.length = 0;
  const verdict = await own.evaluate(() => globalThis.answer());
  assert.equal(verdict, "worth_it");
  const files = [...new Set(asked)].filter((path) => path !== "/favicon.ico").map((path) => path.replace("/package/", "")).sort();
  assert.deepEqual(files, [
    "begin.js", "errors.js", "index.js", "schemas.js", "shared.js", "watch.js", "worthwhile.js", "worthwhile_bg.wasm", "written.js",
  ]);
  assert.equal(await own.evaluate(() => globalThis.title("assessment")), "Assessment");
  assert.deepEqual([complaints, elsewhere], [[], []]);
  await close();
});

test("a page stops a call in its worker by a flag, and by ending the worker", async () => {
  const { page: own, complaints, close } = await page("/tests/page.html");
  assert.equal(await own.evaluate(() => globalThis.stopped("/tests/page-worker.mjs", "flag")), "stopped");
  assert.equal(await own.evaluate(() => globalThis.stopped("/tests/page-worker.mjs", "end")), "ended");
  assert.deepEqual(complaints, []);
  await close();
});

for (const bundler of ["vite", "webpack", "esbuild"]) {
  test(`what ${bundler} makes of it runs`, async () => {
    const { page: own, complaints, elsewhere, close } = await page(`/bundles/${bundler}/index.html`);
    await own.waitForFunction(() => document.title === "worth_it", undefined, { timeout: 20_000 });
    assert.deepEqual([complaints, elsewhere], [[], []]);
    await close();
  });
}
