package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/backoff"
	"google.golang.org/grpc/credentials"
)

const method = "/apiextensions.fn.proto.v1.FunctionRunnerService/RunFunction"

// A message that is bytes already: what encoding costs is not the function's.
type raw struct{}

func (raw) Marshal(v any) ([]byte, error) { return *v.(*[]byte), nil }

func (raw) Unmarshal(data []byte, v any) error {
	*v.(*[]byte) = data
	return nil
}

func (raw) Name() string { return "proto" }

func connect(address, folder string) (*grpc.ClientConn, error) {
	identity, err := tls.LoadX509KeyPair(filepath.Join(folder, "tls.crt"), filepath.Join(folder, "tls.key"))
	if err != nil {
		return nil, err
	}
	authority, err := os.ReadFile(filepath.Join(folder, "ca.crt"))
	if err != nil {
		return nil, err
	}
	roots := x509.NewCertPool()
	if !roots.AppendCertsFromPEM(authority) {
		return nil, fmt.Errorf("%s/ca.crt holds no certificate", folder)
	}
	return grpc.NewClient(address,
		grpc.WithTransportCredentials(credentials.NewTLS(&tls.Config{
			Certificates: []tls.Certificate{identity}, RootCAs: roots, ServerName: "localhost", MinVersion: tls.VersionTLS12,
		})),
		// A server that is just starting is asked again at once: how long it takes is measured.
		grpc.WithConnectParams(grpc.ConnectParams{
			Backoff:           backoff.Config{BaseDelay: 2 * time.Millisecond, Multiplier: 1, MaxDelay: 2 * time.Millisecond},
			MinConnectTimeout: 5 * time.Second,
		}),
		grpc.WithDefaultCallOptions(grpc.WaitForReady(true), grpc.ForceCodec(raw{}), grpc.MaxCallRecvMsgSize(64<<20), grpc.MaxCallSendMsgSize(64<<20)),
	)
}

func call(connection *grpc.ClientConn, bytes []byte) ([]byte, error) {
	var answer []byte
	limited, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	err := connection.Invoke(limited, method, &bytes, &answer)
	return answer, err
}

type request struct {
	name  string
	bytes []byte
}

// Reads the requests of a folder, once.
func read(known map[string][]request, folder string) ([]request, error) {
	if requests, found := known[folder]; found {
		return requests, nil
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	sort.Slice(entries, func(a, b int) bool { return entries[a].Name() < entries[b].Name() })
	requests := []request{}
	for _, entry := range entries {
		bytes, err := os.ReadFile(filepath.Join(folder, entry.Name()))
		if err != nil {
			return nil, err
		}
		requests = append(requests, request{entry.Name(), bytes})
	}
	if len(requests) == 0 {
		return nil, fmt.Errorf("%s holds no requests", folder)
	}
	// One size at a time: the requests of large claims are large.
	clear(known)
	known[folder] = requests
	return requests, nil
}

// Calls once with each request and keeps the answers.
func save(connection *grpc.ClientConn, requests []request, folder string) (result outcome) {
	for _, each := range requests {
		answer, err := call(connection, each.bytes)
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, each.name), answer, 0o600)
		}
		if err != nil {
			result.Error = err.Error()
			return result
		}
		result.Count++
	}
	return result
}
