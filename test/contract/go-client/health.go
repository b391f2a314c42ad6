package main

import (
	"context"
	"flag"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/status"
)

var service = flag.String("service", "", "whose health is asked for")

type health struct {
	Statuses []string          `json:"statuses"`
	All      map[string]string `json:"all,omitempty"`
	Code     string            `json:"code"`
}

// check asks once, and for the list.
func check(conn *grpc.ClientConn) (any, error) {
	ctx, end := context.WithTimeout(context.Background(), 10*time.Second)
	defer end()
	client := grpc_health_v1.NewHealthClient(conn)
	result := health{All: map[string]string{}}
	list, err := client.List(ctx, &grpc_health_v1.HealthListRequest{})
	if err != nil {
		return nil, err
	}
	for name, one := range list.GetStatuses() {
		result.All[name] = one.GetStatus().String()
	}
	answer, err := client.Check(ctx, &grpc_health_v1.HealthCheckRequest{Service: *service})
	result.Code = status.Code(err).String()
	if err == nil {
		result.Statuses = append(result.Statuses, answer.GetStatus().String())
	}
	return result, nil
}

// watch listens until the server ends it, or for the time of -during.
func watch(conn *grpc.ClientConn) (any, error) {
	ctx, end := context.WithTimeout(context.Background(), *during)
	defer end()
	result := health{}
	stream, err := grpc_health_v1.NewHealthClient(conn).Watch(ctx, &grpc_health_v1.HealthCheckRequest{Service: *service})
	if err != nil {
		return nil, err
	}
	for {
		answer, err := stream.Recv()
		if err != nil {
			result.Code = status.Code(err).String()
			return result, nil
		}
		result.Statuses = append(result.Statuses, answer.GetStatus().String())
	}
}
