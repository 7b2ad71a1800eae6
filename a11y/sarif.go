package a11y

import (
	"encoding/json"
	"io"
)

// WriteSARIF writes findings as a SARIF 2.1.0 log of one run, which code hosts
// and editors show beside the file. The uri names the file that was looked at.
// The rules are described in English; the messages are in English with the
// remedy, and in Vietnamese in the property "vi".
func WriteSARIF(w io.Writer, uri string, findings []Finding) error {
	type text struct {
		Text string `json:"text"`
	}
	type descriptor struct {
		ID         string         `json:"id"`
		Short      text           `json:"shortDescription"`
		Help       text           `json:"help"`
		HelpURI    string         `json:"helpUri,omitempty"`
		Properties map[string]any `json:"properties,omitempty"`
	}
	type region struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
	}
	type artifact struct {
		URI string `json:"uri"`
	}
	type physical struct {
		Artifact artifact `json:"artifactLocation"`
		Region   *region  `json:"region,omitempty"`
	}
	type logical struct {
		Name string `json:"fullyQualifiedName"`
	}
	type location struct {
		Physical physical  `json:"physicalLocation"`
		Logical  []logical `json:"logicalLocations,omitempty"`
	}
	type result struct {
		RuleID     string         `json:"ruleId"`
		RuleIndex  int            `json:"ruleIndex"`
		Level      string         `json:"level"`
		Message    text           `json:"message"`
		Locations  []location     `json:"locations"`
		Properties map[string]any `json:"properties"`
	}
	type driver struct {
		Name           string       `json:"name"`
		InformationURI string       `json:"informationUri"`
		Rules          []descriptor `json:"rules"`
	}
	type run struct {
		Tool struct {
			Driver driver `json:"driver"`
		} `json:"tool"`
		ColumnKind string   `json:"columnKind"`
		Results    []result `json:"results"`
	}
	type log struct {
		Schema  string `json:"$schema"`
		Version string `json:"version"`
		Runs    []run  `json:"runs"`
	}
	r := run{ColumnKind: "unicodeCodePoints", Results: []result{}}
	r.Tool.Driver = driver{Name: "toasoan-a11y", InformationURI: "https://github.com/toasoan/toasoan", Rules: []descriptor{}}
	index := map[string]int{}
	for i, rule := range rules {
		index[rule.ID] = i
		d := descriptor{ID: rule.ID, Short: text{rule.Title("en")}, Help: text{rule.fixEn}}
		if rule.Criterion != "" {
			d.Properties = map[string]any{"wcag": rule.Criterion, "level": rule.Level.String()}
		}
		if rule.ACT != "" {
			d.HelpURI = "https://act-rules.github.io/rules/" + rule.ACT[:6]
		}
		r.Tool.Driver.Rules = append(r.Tool.Driver.Rules, d)
	}
	for _, f := range findings {
		loc := location{Physical: physical{Artifact: artifact{uri}}}
		if f.Line > 0 {
			loc.Physical.Region = &region{f.Line, f.Column}
		}
		if f.Path != "" {
			loc.Logical = []logical{{f.Path}}
		}
		r.Results = append(r.Results, result{
			RuleID: f.Rule, RuleIndex: index[f.Rule], Level: f.Severity.String(),
			Message: text{f.En + ". " + f.FixEn}, Locations: []location{loc},
			Properties: map[string]any{"vi": f.Vi + ". " + f.FixVi},
		})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(log{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []run{r}})
}
