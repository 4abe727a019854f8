package org.depositary.documents.extraction.samples;

import java.util.List;
import java.util.stream.Stream;

/** More than 100 files that are damaged, hostile, or of another kind than declared. */
public final class BadFiles {

    private BadFiles() {}

    /** @param address of a server that no extraction may contact */
    public static List<BadFile> all(String address) {
        return Stream.concat(BadZipFiles.all(address).stream(), BadOtherFiles.all(address).stream())
                .toList();
    }
}
