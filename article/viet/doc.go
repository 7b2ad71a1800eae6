// Package viet holds the Vietnamese text functions the library is built on.
package viet
