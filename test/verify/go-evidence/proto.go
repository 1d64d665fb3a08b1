package main

import (
	"encoding/binary"
	"errors"
)

var errProto = errors.New("it is no message of the kind it should be")

// fields walks the fields of a protobuf message and hands over those that hold bytes.
func fields(b []byte, do func(no uint64, body []byte) error) error {
	for len(b) > 0 {
		tag, n := binary.Uvarint(b)
		if n <= 0 || tag>>3 == 0 || tag > 1<<32-1 {
			return errProto
		}
		b = b[n:]
		size := uint64(0)
		switch tag & 7 {
		case 0:
			_, n = binary.Uvarint(b)
			if n <= 0 {
				return errProto
			}
			size = uint64(n)
		case 1:
			size = 8
		case 5:
			size = 4
		case 2:
			if size, n = binary.Uvarint(b); n <= 0 {
				return errProto
			}
			b = b[n:]
		default:
			return errProto
		}
		if size > uint64(len(b)) {
			return errProto
		}
		if tag&7 == 2 {
			if err := do(tag>>3, b[:size]); err != nil {
				return err
			}
		}
		b = b[size:]
	}
	return nil
}

// readHistory counts the events of a history and hands over the results of its local activities `record`.
func readHistory(b []byte, do func(result *value)) (int64, error) {
	count := int64(0)
	err := fields(b, func(no uint64, event []byte) error {
		if no != 1 {
			return nil
		}
		count++
		return fields(event, func(no uint64, marker []byte) error {
			if no != 25 {
				return nil
			}
			return readMarker(marker, do)
		})
	})
	return count, err
}

func readMarker(marker []byte, do func(result *value)) error {
	details := map[string][]byte{}
	err := fields(marker, func(no uint64, pair []byte) error {
		if no != 2 {
			return nil
		}
		name, payloads, err := mapPair(pair)
		details[name] = payloads
		return err
	})
	if err != nil {
		return err
	}
	data, err := firstData(details["data"])
	if err != nil || data == nil {
		return err
	}
	about, err := parseJSON(data)
	if err != nil || about.get("activity_type").str() != "record" {
		return nil // a marker of another kind, which need not hold JSON
	}
	raw, err := firstData(details["result"])
	if err != nil || raw == nil {
		return err // a failed activity has no result
	}
	result, err := parseJSON(raw)
	if err != nil {
		return errors.New("a result of the activity record is not JSON")
	}
	do(result)
	return nil
}

func mapPair(pair []byte) (name string, body []byte, err error) {
	err = fields(pair, func(no uint64, b []byte) error {
		if no == 1 {
			name = string(b)
		} else if no == 2 {
			body = b
		}
		return nil
	})
	return name, body, err
}

// firstData gives the bytes (field 2) of the first payload (field 1).
func firstData(payloads []byte) (data []byte, err error) {
	first := true
	err = fields(payloads, func(no uint64, payload []byte) error {
		if no != 1 || !first {
			return nil
		}
		first = false
		return fields(payload, func(no uint64, b []byte) error {
			if no == 2 {
				data = b
			}
			return nil
		})
	})
	return data, err
}
