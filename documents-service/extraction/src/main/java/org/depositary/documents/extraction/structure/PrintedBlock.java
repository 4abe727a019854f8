package org.depositary.documents.extraction.structure;

import java.util.List;
import java.util.Optional;

/**
 * The printed form of a block in a PDF file.
 *
 * @param pageLabel the page number as printed, such as {@code xiv}
 * @param box the place on the first page of the block
 * @param hyphens the offsets of hyphens at the ends of lines, in UTF-16 units of the whole text
 */
public record PrintedBlock(Optional<String> pageLabel, Optional<PageBox> box, List<Integer> hyphens) {

    public static final PrintedBlock NONE = new PrintedBlock(Optional.empty(), Optional.empty(), List.of());
}
