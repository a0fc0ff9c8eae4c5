// Package cli runs the command line of a program: parsing, help, signals, messages and
// exit status, the same for all of Concord's programs. It knows none of their commands.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
)

// The exit statuses: all went well; some input failed and the rest is done; nothing could
// be done.
const (
	OK     = 0
	Partly = 1
	Failed = 2
)

// ErrPartly is returned by a command that did what it could and has told what failed.
var ErrPartly = errors.New("some of it failed")

// Streams are where a command reads and writes: results go to Out, all else to Err.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// Program is a program's name, what --help says of it, and its commands: a pointer to a
// struct in kong's notation, whose commands' Run methods may take a context.Context and Streams.
type Program struct {
	Name, Description string
	Commands          any
	Interrupted       string // what to say after Ctrl-C; nothing if empty
}

// Main runs the process's command line and returns its exit status. SIGINT and SIGTERM
// end the commands' context.
func (p Program) Main() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return p.Run(ctx, os.Args[1:], Streams{os.Stdin, os.Stdout, os.Stderr})
}

// Run runs a command line and returns the exit status.
func (p Program) Run(ctx context.Context, args []string, std Streams) (status int) {
	type exit int
	defer func() { // kong ends --help by calling Exit
		switch e := recover().(type) {
		case nil:
		case exit:
			status = int(e)
		default:
			panic(e)
		}
	}()
	parser, err := kong.New(p.Commands,
		kong.Name(p.Name),
		kong.Description(p.Description),
		kong.Writers(std.Out, std.Err),
		kong.Exit(func(code int) { panic(exit(code)) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(std),
	)
	if err != nil {
		fmt.Fprintf(std.Err, "%s: %v\n", p.Name, err)
		return Failed
	}
	command, err := parser.Parse(args)
	if err != nil {
		fmt.Fprintf(std.Err, "%s: %v; %s --help lists commands and flags\n", p.Name, err, p.Name)
		return Failed
	}
	switch err := command.Run(); {
	case err == nil:
		return OK
	case errors.Is(err, ErrPartly):
		return Partly
	case ctx.Err() != nil && p.Interrupted != "":
		fmt.Fprintf(std.Err, "%s: interrupted; %s\n", p.Name, p.Interrupted)
		return Failed
	default:
		fmt.Fprintf(std.Err, "%s: %v\n", p.Name, err)
		return Failed
	}
}
