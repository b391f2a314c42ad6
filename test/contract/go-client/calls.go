package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"sync"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/encoding/gzip"
	"google.golang.org/grpc/status"
)

var (
	method  = flag.String("method", "/apiextensions.fn.proto.v1.FunctionRunnerService/RunFunction", "")
	request = flag.String("request", "", "a file with the request's bytes")
	expect  = flag.String("expect", "", "a file with the answer's bytes: others count as DIFFERENT")
	streams = flag.Int("streams", 1, "calls at once, over one connection")
	count   = flag.Int("count", 1, "calls of each stream")
	during  = flag.Duration("during", 0, "call for so long, instead of -count")
	pause   = flag.Duration("pause", 0, "between two calls of a stream")
	timeout = flag.Duration("timeout", 30*time.Second, "each call's deadline")
	cancel  = flag.Duration("cancel", 0, "cancel each call at some moment within this time")
	zipped  = flag.Bool("gzip", false, "compress requests")
)

// raw passes bytes on as they are.
type raw struct{}

func (raw) Marshal(v any) ([]byte, error) { return v.([]byte), nil }
func (raw) Unmarshal(data []byte, v any) error {
	*v.(*[]byte) = append([]byte(nil), data...)
	return nil
}
func (raw) Name() string { return "proto" }

type tally struct {
	// Calls by the status that they ended with.
	Codes map[string]int `json:"codes"`
	// What was said with statuses other than OK, and how often.
	Messages map[string]int `json:"messages"`
	Dials    int64          `json:"dials"`
	mu       sync.Mutex
}

func (t *tally) add(err error, different bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	name := status.Code(err).String()
	if err != nil {
		t.Messages[status.Convert(err).Message()]++
	} else if different {
		name = "DIFFERENT"
	}
	t.Codes[name]++
}

func calls(conn *grpc.ClientConn) (any, error) {
	body, err := os.ReadFile(*request)
	if err != nil {
		return nil, fmt.Errorf("-request: %w", err)
	}
	var expected []byte
	if *expect != "" {
		if expected, err = os.ReadFile(*expect); err != nil {
			return nil, fmt.Errorf("-expect: %w", err)
		}
	}
	options := []grpc.CallOption{grpc.ForceCodec(raw{}), grpc.MaxCallRecvMsgSize(64 << 20), grpc.MaxCallSendMsgSize(64 << 20)}
	if *zipped {
		options = append(options, grpc.UseCompressor(gzip.Name))
	}
	result := &tally{Codes: map[string]int{}, Messages: map[string]int{}}
	end := time.Now().Add(*during)
	var group sync.WaitGroup
	for range *streams {
		group.Go(func() {
			for i := 0; (*during > 0 && time.Now().Before(end)) || (*during == 0 && i < *count); i++ {
				answer, err := call(conn, body, options)
				result.add(err, *expect != "" && !bytes.Equal(answer, expected))
				if *pause > 0 {
					time.Sleep(*pause)
				}
			}
		})
	}
	group.Wait()
	result.Dials = dials.Load()
	return result, nil
}

func call(conn *grpc.ClientConn, body []byte, options []grpc.CallOption) ([]byte, error) {
	ctx, end := context.WithTimeout(context.Background(), *timeout)
	defer end()
	if *cancel > 0 {
		time.AfterFunc(rand.N(*cancel), end)
	}
	var answer []byte
	err := conn.Invoke(ctx, *method, body, &answer, options...)
	if err != nil && status.Code(err) == codes.OK {
		return nil, status.Error(codes.Unknown, err.Error())
	}
	return answer, err
}
