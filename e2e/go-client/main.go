// Calls Harbor's own client for Go. Each line of the standard input names an operation, as {"service": "Project", "operation": "GetProject",
// "params": {"ProjectNameOrID": "library"}} with the names that the client has; each line of the output is what the client made of the answer:
// {"answer": …} or {"error": "…"}.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"reflect"

	"github.com/goharbor/go-client/pkg/harbor"
)

type call struct {
	Service   string
	Operation string
	Params    json.RawMessage
}

type outcome struct {
	Answer any    `json:"answer,omitempty"`
	Error  string `json:"error,omitempty"`
}

func run(client any, line []byte) (answer any, err error) {
	var asked call
	if err := json.Unmarshal(line, &asked); err != nil {
		return nil, err
	}
	service := reflect.ValueOf(client).Elem().FieldByName(asked.Service)
	if !service.IsValid() {
		return nil, fmt.Errorf("the client has no service %s", asked.Service)
	}
	operation := service.MethodByName(asked.Operation)
	if !operation.IsValid() {
		return nil, fmt.Errorf("the client has no operation %s", asked.Operation)
	}
	params := reflect.New(operation.Type().In(1).Elem())
	if err := json.Unmarshal(asked.Params, params.Interface()); err != nil {
		return nil, err
	}
	results := operation.Call([]reflect.Value{reflect.ValueOf(context.Background()), params})
	if failed := results[len(results)-1]; !failed.IsNil() {
		return nil, failed.Interface().(error)
	}
	for _, result := range results[:len(results)-1] {
		if !result.IsNil() {
			return result.Interface(), nil
		}
	}
	return nil, nil
}

func main() {
	client, err := harbor.NewClientSet(&harbor.ClientSetConfig{
		URL:      os.Getenv("HARBOR_URL"),
		Username: os.Getenv("HARBOR_USERNAME"),
		Password: os.Getenv("HARBOR_PASSWORD"),
	})
	if err != nil {
		panic(err)
	}
	output := json.NewEncoder(os.Stdout)
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		answer, err := run(client.V2(), lines.Bytes())
		var told outcome
		if told.Answer = answer; err != nil {
			told.Error = err.Error()
		}
		if err := output.Encode(told); err != nil {
			panic(err)
		}
	}
}
