package local

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Version is the version of Neo4j that this package runs.
const Version = "5.26.20"

var (
	//go:embed neo4j/pom.xml
	pom []byte
	//go:embed neo4j/jars.sha256
	checksums []byte
)

// fetchGoal is pinned: Maven's default version of the plugin changes with Maven.
const fetchGoal = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"

// jars returns the folder that holds Neo4j's jars, bringing them from Maven Central the
// first time. Every jar's checksum is compared with jars.sha256 before the folder takes
// its final name, so a folder of that name is whole.
func jars(ctx context.Context, cache string, say func(string)) (string, error) {
	sum := sha256.Sum256(append(bytes.Clone(pom), checksums...))
	final := filepath.Join(cache, "neo4j-"+Version+"-"+hex.EncodeToString(sum[:4]))
	if _, err := os.Stat(final); err == nil {
		return final, nil
	}
	mvn, err := exec.LookPath("mvn")
	if err != nil {
		return "", errors.New("cannot bring Neo4j: mvn is not on the PATH; install Maven (Debian: apt-get install maven), or set NEO4J_URI to use a Neo4j of your own")
	}
	if err := os.MkdirAll(cache, 0o755); err != nil {
		return "", fmt.Errorf("cannot make the cache folder: %w", err)
	}
	work, err := os.MkdirTemp(cache, "fetching-")
	if err != nil {
		return "", fmt.Errorf("cannot make a folder in the cache %s: %w", cache, err)
	}
	defer os.RemoveAll(work)
	if err := os.WriteFile(filepath.Join(work, "pom.xml"), pom, 0o644); err != nil {
		return "", err
	}

	say("fetching Neo4j " + Version + " from Maven Central (about 130 MB, once)")
	lib := filepath.Join(work, "lib")
	cmd := exec.CommandContext(ctx, mvn, "-q", "-B", "-C", "-f", filepath.Join(work, "pom.xml"), fetchGoal,
		"-DoutputDirectory="+lib, "-DincludeScope=runtime")
	if out, err := cmd.CombinedOutput(); err != nil {
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		return "", fmt.Errorf("cannot bring Neo4j with Maven: %w\n%s\nonce Maven can reach its repository, run this again", err, tail(string(out), 20))
	}
	if err := verifyJars(lib); err != nil {
		return "", err
	}
	if err := os.Rename(lib, final); err != nil {
		if _, statErr := os.Stat(final); statErr == nil { // another process was first
			return final, nil
		}
		return "", fmt.Errorf("cannot keep the jars: %w", err)
	}
	return final, nil
}

// verifyJars compares the jars in dir with the embedded checksums, both ways: none may
// be missing, changed or added.
func verifyJars(dir string) error {
	want := map[string]string{}
	for sc := bufio.NewScanner(bytes.NewReader(checksums)); sc.Scan(); {
		if sum, name, ok := strings.Cut(sc.Text(), "  "); ok {
			want[name] = sum
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("cannot read Neo4j's jars: %w", err)
	}
	var wrong []error
	for _, e := range entries {
		sum, known := want[e.Name()]
		delete(want, e.Name())
		if !known {
			wrong = append(wrong, fmt.Errorf("%s is not one of Neo4j's jars", e.Name()))
			continue
		}
		got, err := fileSum(filepath.Join(dir, e.Name()))
		if err != nil {
			wrong = append(wrong, err)
		} else if got != sum {
			wrong = append(wrong, fmt.Errorf("%s has checksum %s, not %s", e.Name(), got, sum))
		}
	}
	for name := range want {
		wrong = append(wrong, fmt.Errorf("%s is missing", name))
	}
	if len(wrong) > 0 {
		return fmt.Errorf("the jars brought are not Neo4j %s's: %w; remove them from Maven's local repository and run this again", Version, errors.Join(wrong...))
	}
	return nil
}

func fileSum(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// tail returns the last n lines of s.
func tail(s string, n int) string {
	lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
	return strings.Join(lines[max(0, len(lines)-n):], "\n")
}

// head returns the first n lines of s.
func head(s string, n int) string {
	lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
	return strings.Join(lines[:min(n, len(lines))], "\n")
}

// Jars returns the folder that holds Neo4j's jars, bringing them the first time.
func Jars(ctx context.Context, cfg Config) (string, error) {
	cfg, err := cfg.withDefaults()
	if err != nil {
		return "", err
	}
	return jars(ctx, cfg.Cache, cfg.Say)
}
