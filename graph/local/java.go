package local

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
)

// minJava is the oldest Java that Neo4j 5.26 runs on.
const minJava = 17

var javaVersion = regexp.MustCompile(`version "(?:1\.)?(\d+)`)

// java returns the path of a Java runtime new enough: JAVA_HOME's, else the PATH's.
func java(ctx context.Context) (string, error) {
	const remedy = "install Java 17 or later (Debian: apt-get install openjdk-17-jre-headless), or set NEO4J_URI to use a Neo4j of your own"
	path := ""
	if home := os.Getenv("JAVA_HOME"); home != "" {
		if p := filepath.Join(home, "bin", "java"); isFile(p) {
			path = p
		}
	}
	if path == "" {
		p, err := exec.LookPath("java")
		if err != nil {
			return "", errors.New("cannot start Neo4j: java is not on the PATH; " + remedy)
		}
		path = p
	}
	out, err := exec.CommandContext(ctx, path, "-version").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("cannot start Neo4j: %s -version failed: %w; %s", path, err, remedy)
	}
	m := javaVersion.FindSubmatch(out)
	if m == nil {
		return "", fmt.Errorf("cannot start Neo4j: %s -version says %q; %s", path, tail(string(out), 1), remedy)
	}
	if major, _ := strconv.Atoi(string(m[1])); major < minJava {
		return "", fmt.Errorf("cannot start Neo4j: %s is Java %d; %s", path, major, remedy)
	}
	return path, nil
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}
