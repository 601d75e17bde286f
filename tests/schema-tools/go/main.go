// Types made by quicktype read every document and write it back whole.
//
// Usage: go run . FOLDER, with cases/ and assessments/ in the folder.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"

	"made/assessment"
	"made/casefile"
)

func main() {
	if len(os.Args) != 2 {
		fail("usage: go run . FOLDER")
	}
	count := roundTrip("cases", func(text []byte) ([]byte, error) {
		typed, err := casefile.UnmarshalCase(text)
		if err != nil {
			return nil, err
		}
		return typed.Marshal()
	})
	count += roundTrip("assessments", func(text []byte) ([]byte, error) {
		typed, err := assessment.UnmarshalAssessment(text)
		if err != nil {
			return nil, err
		}
		return typed.Marshal()
	})
	fmt.Println(count)
}

// Gives the number of documents of a kind that come back as they were.
func roundTrip(kind string, through func([]byte) ([]byte, error)) int {
	paths, err := filepath.Glob(filepath.Join(os.Args[1], kind, "*.json"))
	if err != nil || len(paths) == 0 {
		fail("no documents in %s", kind)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			fail("%v", err)
		}
		back, err := through(text)
		if err != nil {
			fail("%s: %v", path, err)
		}
		if at := difference(parsed(text), parsed(back), ""); at != "" {
			fail("%s: %s", path, at)
		}
	}
	return len(paths)
}

func parsed(text []byte) interface{} {
	var document interface{}
	if err := json.Unmarshal(text, &document); err != nil {
		fail("%v", err)
	}
	return document
}

// Where two documents differ as JSON, in which 3 is 3.0; empty where they do not.
func difference(one, other interface{}, at string) string {
	if reflect.DeepEqual(one, other) {
		return ""
	}
	object, isObject := one.(map[string]interface{})
	mate, isToo := other.(map[string]interface{})
	if !isObject || !isToo {
		return fmt.Sprintf("%s: %v became %v", at, one, other)
	}
	for key, value := range object {
		if found := difference(value, mate[key], at+"/"+key); found != "" {
			return found
		}
	}
	return fmt.Sprintf("%s: %v became %v", at, one, other)
}

func fail(format string, words ...interface{}) {
	fmt.Fprintf(os.Stderr, format+"\n", words...)
	os.Exit(1)
}
