// Draw paints the pictures of the newsroom's sample articles: flat landscapes,
// made of polygons, one function a picture. It also writes the sample's short
// video frames and its recording.
//
//	go run ./examples/newsroom/draw -out examples/newsroom/samples/media
//
// The pictures are kept in the repository, so this program is needed only to
// change them. It uses no clock and no random seed of the day: the same source
// draws the same pictures.
package main

import (
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// scenes are the pictures by name.
var scenes = map[string]func(*canvas){
	"thu-vien":     library,
	"ke-sach":      shelves,
	"ghe-sach":     bookBoat,
	"pha-mua":      ferryInRain,
	"song-tanh":    clearing,
	"cau-vam-sen":  bridge,
	"lop-boi":      swimming,
	"cho-dem":      nightMarket,
	"cho-den-long": lanterns,
	"cho-mam-banh": cakes,
	"cho-ghe-dem":  boatsAtNight,
	"cho-ve-khuya": lateRoad,
	"vuon-nhan":    orchard,
	"chum-nhan":    longans,
	"trau":         buffalo,
	"dinh-dem":     communalHouse,
	"xe-buyt":      bus,
	"tram-xe":      busStop,
	"hang-ban":     mangroves,
	"det-chieu":    loom,
	"soi-lac":      sedge,
	"dong-xuong":   boatyard,
	"banh-trang":   riceSheets,
	"gian-phoi":    racks,
	"vuon-truong":  schoolGarden,
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("draw: ")
	out := flag.String("out", ".", "`folder` for the pictures")
	only := flag.String("only", "", "draw only the picture of this `name`")
	frames := flag.String("frames", "", "write the frames of the video to this `folder` instead")
	signs := flag.String("signs", "", "write the publication's sign and preview to this `folder` instead")
	sound := flag.Bool("sound", false, "write the recording instead")
	flag.Parse()

	switch {
	case *frames != "":
		check(writeFrames(*frames))
		return
	case *signs != "":
		check(sign().writePNG(filepath.Join(*signs, "bieu-trung.png"), 512))
		c := newCanvas(1200, 630)
		clearing(c)
		check(c.writePNG(filepath.Join(*signs, "anh-chung.png"), 1200))
		return
	case *sound:
		check(writeWAV(filepath.Join(*out, "dan-ho.wav"), prelude()))
		return
	}
	for _, name := range slices.Sorted(maps.Keys(scenes)) {
		if *only != "" && *only != name {
			continue
		}
		c := newCanvas(1200, 675)
		scenes[name](c)
		for _, width := range []int{1200, 640} {
			file := name + ".png"
			if width != 1200 {
				file = fmt.Sprintf("%s-%d.png", name, width)
			}
			check(c.writePNG(filepath.Join(*out, file), width))
		}
	}
}

func check(err error) {
	if err != nil {
		log.Print(err)
		os.Exit(1)
	}
}
