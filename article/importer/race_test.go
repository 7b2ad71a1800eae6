//go:build race

package importer

const underRace = true
