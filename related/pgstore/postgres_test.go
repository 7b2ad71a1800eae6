package pgstore

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
)

// startPostgres starts a PostgreSQL of its own on loopback, in a scratch folder, and
// returns its address. Without PostgreSQL on the machine it skips the test; in CI it
// fails.
func startPostgres(t testing.TB) string {
	t.Helper()
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	slices.Sort(found)
	initdb := ""
	if len(found) > 0 {
		initdb = found[len(found)-1]
	} else if p, err := exec.LookPath("initdb"); err == nil {
		initdb = p
	} else if os.Getenv("TOASOAN_CI") == "1" {
		t.Fatal("PostgreSQL is not installed (apt-get install postgresql)")
	} else {
		t.Skip("SKIPPED: PostgreSQL is not installed (apt-get install postgresql): nothing of this package has been tested")
	}
	dir, err := os.MkdirTemp("", "pgstore")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	attr := new(syscall.SysProcAttr)
	if os.Getuid() == 0 { // which PostgreSQL refuses to run as
		u, err := user.Lookup("postgres")
		if err != nil {
			if u, err = user.Lookup("nobody"); err != nil {
				t.Fatal(err)
			}
		}
		uid, _ := strconv.Atoi(u.Uid)
		gid, _ := strconv.Atoi(u.Gid)
		if err := os.Chown(dir, uid, gid); err != nil {
			t.Fatal(err)
		}
		attr.Credential = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	}
	data := filepath.Join(dir, "data")
	run := exec.Command(initdb, "-D", data, "-U", "test", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
	run.Dir, run.SysProcAttr = dir, attr
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("initdb: %v\n%s", err, out)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := l.Addr().(*net.TCPAddr).Port
	l.Close()
	log, err := os.Create(filepath.Join(dir, "log"))
	if err != nil {
		t.Fatal(err)
	}
	server := exec.Command(filepath.Join(filepath.Dir(initdb), "postgres"), "-D", data, "-h", "127.0.0.1",
		"-p", strconv.Itoa(port), "-k", dir, "-c", "fsync=off", "-c", "shared_buffers=64MB")
	server.Dir, server.SysProcAttr, server.Stdout, server.Stderr = dir, attr, log, log
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		server.Process.Signal(syscall.SIGINT) // ends sessions and stops
		server.Wait()
	})
	url := fmt.Sprintf("postgres://test@127.0.0.1:%d/postgres?sslmode=disable", port)
	for i := 0; ; i++ {
		pool, err := pgxpool.New(t.Context(), url)
		if err == nil {
			err = pool.Ping(t.Context())
			pool.Close()
		}
		if err == nil {
			return url
		}
		if i == 150 {
			out, _ := os.ReadFile(log.Name())
			t.Fatalf("PostgreSQL does not answer: %v\n%s", err, out)
		}
		time.Sleep(200 * time.Millisecond)
	}
}

// connect returns a pool of connections.
func connect(t testing.TB, url string) *pgxpool.Pool {
	pool, err := pgxpool.New(context.Background(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	return pool
}
