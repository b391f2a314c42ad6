// Command go-client calls the function by Go's own gRPC library, as Crossplane's core does, and prints as JSON how it went.
package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"flag"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/keepalive"
)

// What core sets on its connections: internal/xfn/function_runner.go.
const asCore = `{"loadBalancingConfig":[{"round_robin":{}}],"methodConfig":[{"name":[{}],"waitForReady":true}]}`

var (
	address   = flag.String("address", "", "HOST:PORT of the function")
	folder    = flag.String("tls", "", "ca.crt, tls.crt and tls.key; plain text without")
	wait      = flag.Bool("wait", false, "wait for the server as core does, instead of failing at once")
	keepAlive = flag.Bool("keepalive", false, "ping as often as grpc-go lets its users, without calls too")
	dials     atomic.Int64
)

func main() {
	scenario := flag.String("scenario", "calls", "calls, check or watch")
	flag.Parse()
	run, known := map[string]func(*grpc.ClientConn) (any, error){"calls": calls, "check": check, "watch": watch}[*scenario]
	if !known {
		fail(fmt.Errorf("unknown scenario %q", *scenario))
	}
	conn, err := connect()
	if err != nil {
		fail(err)
	}
	defer conn.Close()
	result, err := run(conn)
	if err != nil {
		fail(err)
	}
	if err := json.NewEncoder(os.Stdout).Encode(result); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

func connect() (*grpc.ClientConn, error) {
	own, err := transport()
	if err != nil {
		return nil, err
	}
	options := []grpc.DialOption{
		grpc.WithTransportCredentials(own),
		grpc.WithContextDialer(func(ctx context.Context, target string) (net.Conn, error) {
			dials.Add(1)
			return (&net.Dialer{}).DialContext(ctx, "tcp", target)
		}),
	}
	if *wait {
		options = append(options, grpc.WithDefaultServiceConfig(asCore))
	}
	if *keepAlive {
		options = append(options, grpc.WithKeepaliveParams(keepalive.ClientParameters{
			Time: 10 * time.Second, Timeout: 2 * time.Second, PermitWithoutStream: true,
		}))
	}
	return grpc.NewClient("dns:///"+*address, options...)
}

func transport() (credentials.TransportCredentials, error) {
	if *folder == "" {
		return insecure.NewCredentials(), nil
	}
	own, err := tls.LoadX509KeyPair(filepath.Join(*folder, "tls.crt"), filepath.Join(*folder, "tls.key"))
	if err != nil {
		return nil, err
	}
	authority, err := os.ReadFile(filepath.Join(*folder, "ca.crt"))
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(authority) {
		return nil, fmt.Errorf("no certificate in ca.crt")
	}
	return credentials.NewTLS(&tls.Config{MinVersion: tls.VersionTLS12, Certificates: []tls.Certificate{own}, RootCAs: pool}), nil
}
