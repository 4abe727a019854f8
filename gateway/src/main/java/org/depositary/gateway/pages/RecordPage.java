package org.depositary.gateway.pages;

import java.util.List;
import org.depositary.gateway.cite.CitedRecord;
import org.depositary.gateway.web.representation.Representation;

/**
 * The page of one record. Absent texts are empty.
 *
 * @param kind for example "Membership change"
 * @param notices what a reader must know first: that the record is retracted, or that sources disagree
 * @param passages the text, if the record is a passage
 */
record RecordPage(
        String kind,
        String title,
        String sentence,
        List<String> notices,
        List<PagePassage> passages,
        List<PageField> fields,
        List<PageSource> sources,
        List<PageClaim> claims,
        List<PageRecording> recordings,
        String lastChanged,
        String lastVerified,
        List<PageText> related,
        HowToCite citation) {

    /**
     * How to cite the record.
     *
     * @param page the address of this page as known at the instant of the citation
     * @param formats links to the citation in each format, and to the JSON of the record
     */
    record HowToCite(String text, String bibtex, String csl, String page, List<PageText> formats) {

        static HowToCite of(CitedRecord cited) {
            return new HowToCite(
                    cited.text().strip(),
                    cited.bibtex().strip(),
                    cited.csl().strip(),
                    cited.address().text(),
                    List.of(
                            link(cited, "BibTeX", Representation.BIBTEX),
                            link(cited, "CSL-JSON", Representation.CSL),
                            link(cited, "Text", Representation.TEXT),
                            link(cited, "The record as JSON", Representation.JSON)));
        }

        private static PageText link(CitedRecord cited, String text, Representation representation) {
            return new PageText(text, cited.address().in(representation));
        }
    }
}
