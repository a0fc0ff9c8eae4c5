package document

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	pdfiumapi "github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// pdfium returns the PDF engine, made ready when the first PDF is read. It is PDFium in a
// WebAssembly sandbox, so that a malformed file can neither crash this process nor reach outside it.
// Compiling it takes some seconds, so its machine code is kept in the user's cache folder.
var pdfium = sync.OnceValues(func() (pdfiumapi.Pool, error) {
	// The engine's longjmp is WebAssembly's exception handling.
	runtime := wazero.NewRuntimeConfig().WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
	if dir, err := os.UserCacheDir(); err == nil {
		if cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "concord", "pdfium")); err == nil {
			runtime = runtime.WithCompilationCache(cache)
		}
	}
	return webassembly.Init(webassembly.Config{MaxIdle: 1, MaxTotal: 2, RuntimeConfig: runtime})
})

// pdf reads the text layer of a PDF.
func (b *builder) pdf(data []byte) (Meta, error) {
	pool, err := pdfium()
	if err != nil {
		return Meta{}, fmt.Errorf("the PDF reader did not start (%w): convert the file to text", err)
	}
	engine, err := pool.GetInstance(time.Minute)
	if err != nil {
		return Meta{}, fmt.Errorf("the PDF reader is busy (%w): try again", err)
	}
	defer engine.Close()
	opened, err := engine.OpenDocument(&requests.OpenDocument{File: &data})
	switch {
	case errors.Is(err, pdferrors.ErrPassword), errors.Is(err, pdferrors.ErrSecurity):
		return Meta{}, errors.New("is encrypted: remove its password first (qpdf --decrypt)")
	case err != nil:
		return Meta{}, fmt.Errorf("is no readable PDF (%w): open it and save it anew, or as text", err)
	}
	pages, err := pdfPages(engine, opened.Document)
	if err != nil {
		return Meta{}, err
	}
	b.layout(withoutRunningHeads(pages))
	return Meta{Title: pdfTitle(engine, opened.Document)}, nil
}

// pdfTitle returns the title in the file's information dictionary, unless it is a file's name.
func pdfTitle(engine pdfiumapi.Pdfium, doc references.FPDF_DOCUMENT) string {
	tags := []string{"Title"}
	told, err := engine.GetMetaData(&requests.GetMetaData{Document: doc, Tags: &tags})
	if err != nil {
		return ""
	}
	for _, t := range told.Tags {
		if t.Tag == "Title" && !fileName.MatchString(t.Value) {
			return oneLine(t.Value)
		}
	}
	return ""
}

// pdfPages returns the lines of all pages.
func pdfPages(engine pdfiumapi.Pdfium, doc references.FPDF_DOCUMENT) ([][]printed, error) {
	count, err := engine.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc})
	if err != nil {
		return nil, fmt.Errorf("its pages cannot be counted (%w): open it and save it anew", err)
	}
	var pages [][]printed
	for i := range count.PageCount {
		text, err := engine.GetPageTextStructured(&requests.GetPageTextStructured{
			Page:                   requests.Page{ByIndex: &requests.PageByIndex{Document: doc, Index: i}},
			Mode:                   requests.GetPageTextStructuredModeRects,
			CollectFontInformation: true,
		})
		if err != nil {
			return nil, fmt.Errorf("page %d cannot be read (%w): open the file and save it anew", i+1, err)
		}
		var page []printed
		for _, r := range text.Rects {
			run := printed{
				left: r.PointPosition.Left, right: r.PointPosition.Right, top: r.PointPosition.Top, bottom: r.PointPosition.Bottom,
				page: i, cells: []cell{{oneLine(clean(r.Text)), r.PointPosition.Left}},
			}
			if f := r.FontInformation; f != nil {
				run.size, run.bold = f.Size, f.Weight >= 600 || bold.MatchString(f.Name)
			}
			if run.words() != "" {
				page = appendRun(page, run)
			}
		}
		pages = append(pages, page)
	}
	return pages, nil
}
