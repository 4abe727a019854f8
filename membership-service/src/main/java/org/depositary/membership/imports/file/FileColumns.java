package org.depositary.membership.imports.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The columns of a kind of file. The importing service implements this; the reader itself knows no column names. */
public interface FileColumns {

    /** What is wrong with the header of a CSV file; empty if it is valid. */
    Optional<String> headerError(List<String> columns);

    /** Puts a CSV value into the row, in the field that the same row has in JSON. */
    void putValue(ObjectNode row, String column, String value);

    /**
     * Columns whose values have a recognizable form, such as a year, with a test for that form. They show which columns of
     * a damaged CSV row are in their place.
     */
    Map<String, Predicate<String>> recognizableColumns();

    /** Names of the fields that identify the subject of a row. They are extracted from damaged JSON rows. */
    List<String> subjectFields();
}
