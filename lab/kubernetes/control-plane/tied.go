package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

// tiedVariable names the environment variable that ties a component to whoever started it.
const tiedVariable = "SLIPWAY_LAB_TIED"

// tie calls end when the standard input ends, which is when the process that holds its other end is
// gone, however it went: nothing of the lab outlives the lab.
func tie(end func()) {
	if os.Getenv(tiedVariable) == "" {
		return
	}
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		end()
	}()
}

// runTied runs another program, ends it with this process, and hands on its exit code.
func runTied(arguments []string) int {
	if len(arguments) == 0 {
		fmt.Fprintln(os.Stderr, "usage: control-plane tied <program> ...")
		return 2
	}
	command := exec.Command(arguments[0], arguments[1:]...)
	command.Stdout, command.Stderr = os.Stdout, os.Stderr
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT)
	if err := command.Start(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	tie(func() {
		_ = command.Process.Kill()
		os.Exit(0)
	})
	go func() {
		for received := range signals {
			_ = command.Process.Signal(received)
		}
	}()
	if err := command.Wait(); err != nil {
		return 1
	}
	return 0
}
