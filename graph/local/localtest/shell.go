package localtest

import (
	"bytes"
	_ "embed"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

//go:embed shell/pom.xml
var shellPOM []byte

// ShellVersion is the version of cypher-shell that [CypherShell] runs.
const ShellVersion = "5.26.0"

// CypherShell runs cypher-shell on this test binary's Neo4j with further arguments, in a
// folder, and returns what it prints. Its jars come from Maven Central the first time, as
// Neo4j's do.
func CypherShell(t testing.TB, dir string, args ...string) (stdout string, err error) {
	t.Helper()
	uri, username, password := Neo4j(t)
	jars, err := shellJars()
	if err != nil {
		t.Fatalf("no cypher-shell for the tests: %v", err)
	}
	cmd := exec.CommandContext(t.Context(), "java", append([]string{
		"-cp", filepath.Join(jars, "*"), "org.neo4j.shell.Main", "-a", uri, "-u", username, "--non-interactive",
	}, args...)...)
	cmd.Env = append(os.Environ(), "NEO4J_PASSWORD="+password)
	cmd.Dir = dir
	var out, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &stderr
	if err := cmd.Run(); err != nil {
		return out.String(), errors.Join(err, errors.New(strings.TrimSpace(stderr.String())))
	}
	return out.String(), nil
}

// shellJars returns the folder with cypher-shell's jars. It gets its name when it is whole.
func shellJars() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	final := filepath.Join(cache, "concord", "cypher-shell-"+ShellVersion)
	if _, err := os.Stat(final); err == nil {
		return final, nil
	}
	if err := os.MkdirAll(filepath.Dir(final), 0o755); err != nil {
		return "", err
	}
	work, err := os.MkdirTemp(filepath.Dir(final), "fetching-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(work)
	pom := filepath.Join(work, "pom.xml")
	if err := os.WriteFile(pom, shellPOM, 0o644); err != nil {
		return "", err
	}
	lib := filepath.Join(work, "lib")
	cmd := exec.Command("mvn", "-q", "-B", "-C", "-f", pom, "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies",
		"-DoutputDirectory="+lib, "-DincludeScope=runtime")
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", errors.Join(err, errors.New(string(out)))
	}
	if err := os.Rename(lib, final); err != nil {
		if _, there := os.Stat(final); there != nil { // another process was first otherwise
			return "", err
		}
	}
	return final, nil
}
