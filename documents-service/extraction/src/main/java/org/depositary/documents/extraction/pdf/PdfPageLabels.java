package org.depositary.documents.extraction.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;

/**
 * The numbers that are printed on pages, such as {@code xiv}.
 *
 * @param byPage the labels by page number, from 1
 */
record PdfPageLabels(Map<Integer, String> byPage) {

    private static final int LONGEST = 30;
    private static final PdfPageLabels NONE = new PdfPageLabels(Map.of());

    /** Returns the labels that the file declares. A damaged declaration gives none. */
    static PdfPageLabels declared(PDDocument document, int mostPages) {
        try {
            PDPageLabels declared = document.getDocumentCatalog().getPageLabels();
            int pages = document.getNumberOfPages();
            // PDFBox counts up to the largest page of the declaration, and the length of a Roman numeral or of letters
            // grows with the number, whatever it is.
            if (declared == null
                    || pages > mostPages
                    || declared.getPageIndices().last() > pages
                    || declared.getPageIndices().stream()
                            .anyMatch(page -> declared.getPageLabelRange(page).getStart() > mostPages)) {
                return NONE;
            }
            return of(declared.getLabelsByPageIndices());
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            return NONE;
        }
    }

    private static PdfPageLabels of(String[] labels) {
        Map<Integer, String> byPage = new HashMap<>();
        for (int i = 0; i < labels.length; i++) {
            String label =
                    labels[i] == null ? "" : labels[i].replaceAll("\\p{Cc}", "").strip();
            if (!label.isEmpty() && label.length() <= LONGEST) {
                byPage.put(i + 1, label);
            }
        }
        return new PdfPageLabels(byPage);
    }

    /**
     * Returns the labels that are printed on the pages, if this declaration only counts the pages. Many programs write
     * such a declaration into every file.
     */
    PdfPageLabels orPrinted(List<PdfLine> furniture) {
        boolean counts = byPage.entrySet().stream().allMatch(it -> it.getValue().equals(Integer.toString(it.getKey())));
        if (!counts) {
            return this;
        }
        Map<Integer, String> printed = PrintedPageNumbers.of(furniture);
        return printed.isEmpty() ? this : new PdfPageLabels(printed);
    }

    Optional<String> of(int page) {
        return Optional.ofNullable(byPage.get(page));
    }
}
