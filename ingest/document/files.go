package document

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Files returns the files that paths name, sorted and each once: a file itself, and of a folder
// all documents in it and below. Of folders' files, hidden ones, side files (*.meta.yaml),
// expected claims (*.claims.yaml) and what matches none of the patterns
// (path.Match, on the file's name) are left out; without patterns all others are taken.
// The errors are all that were met, joined; the files found are returned beside them.
func Files(paths []string, patterns ...string) ([]string, error) {
	var files []string
	var problems []error
	for _, p := range patterns {
		if _, err := filepath.Match(p, ""); err != nil {
			return nil, fmt.Errorf("%q is no file pattern: write one such as *.txt", p)
		}
	}
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			problems = append(problems, readable(path, err))
			continue
		}
		if !info.IsDir() {
			files = append(files, filepath.Clean(path))
			continue
		}
		found, err := walk(path, patterns)
		files = append(files, found...)
		if err != nil {
			problems = append(problems, err)
		}
	}
	slices.Sort(files)
	return slices.Compact(files), errors.Join(problems...)
}

func walk(root string, patterns []string) ([]string, error) {
	var files []string
	var problems []error
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			problems = append(problems, readable(path, err))
			return nil
		case path != root && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir() || !wanted(d.Name(), patterns):
			return nil
		}
		files = append(files, path)
		return nil
	})
	return files, errors.Join(append(problems, err)...)
}

func wanted(name string, patterns []string) bool {
	if strings.HasSuffix(name, sideFile) || strings.HasSuffix(name, ".claims.yaml") {
		return false
	}
	if len(patterns) == 0 {
		return true
	}
	return slices.ContainsFunc(patterns, func(p string) bool {
		ok, _ := filepath.Match(p, name)
		return ok
	})
}
