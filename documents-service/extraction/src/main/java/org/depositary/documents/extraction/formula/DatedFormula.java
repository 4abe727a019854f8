package org.depositary.documents.extraction.formula;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.documents.extraction.metadata.MetadataField;
import org.depositary.documents.extraction.metadata.MetadataReading;
import org.depositary.documents.extraction.metadata.MetadataSource;

/**
 * The words of a text that state the date and the place of the document.
 *
 * @param date EDTF
 * @param place as printed
 * @param block the index of its block
 * @param at its offset in the text
 */
record DatedFormula(String date, Optional<String> place, MetadataSource source, int block, int at) {

    List<MetadataReading> readings() {
        return Stream.concat(
                        Stream.of(MetadataReading.at(at, MetadataField.DATE, date, source)),
                        place.map(it -> MetadataReading.at(at, MetadataField.PLACE, it, source)).stream())
                .toList();
    }
}
