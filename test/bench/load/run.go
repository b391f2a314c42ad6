package main

import (
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"google.golang.org/grpc"
)

// Keeps so many calls in flight until the time is over or the count is reached.
func run(connection *grpc.ClientConn, requests []request, given order) outcome {
	var next, bytes atomic.Int64
	var lock sync.Mutex
	var streams sync.WaitGroup
	var all []time.Duration
	result := outcome{}
	started := time.Now()
	deadline := started.Add(time.Duration(given.Seconds * float64(time.Second)))
	for range given.Streams {
		streams.Go(func() {
			times := []time.Duration{}
			var problem string
			for {
				number := next.Add(1) - 1
				if given.Count > 0 && number >= given.Count || given.Count == 0 && !time.Now().Before(deadline) {
					break
				}
				before := time.Now()
				answer, err := call(connection, requests[number%int64(len(requests))].bytes)
				if err != nil {
					problem = err.Error()
					break
				}
				times = append(times, time.Since(before))
				bytes.Add(int64(len(answer)))
			}
			lock.Lock()
			defer lock.Unlock()
			all = append(all, times...)
			if problem != "" {
				result.Error = problem
			}
		})
	}
	streams.Wait()
	result.Seconds = time.Since(started).Seconds()
	result.Count = int64(len(all))
	result.Bytes = bytes.Load()
	slices.Sort(all)
	result.P50, result.P99 = quantile(all, 0.5), quantile(all, 0.99)
	return result
}

// In milliseconds, of sorted times.
func quantile(times []time.Duration, share float64) float64 {
	if len(times) == 0 {
		return 0
	}
	return float64(times[int(share*float64(len(times)-1))].Nanoseconds()) / 1e6
}
