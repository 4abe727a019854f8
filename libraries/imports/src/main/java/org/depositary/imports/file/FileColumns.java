package org.depositary.imports.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The columns of a kind of file. The importing service implements this; the reader itself knows no column names. */
public interface FileColumns {

    /** Returns the names of all columns that a file can have. A header may write them in any case. */
    List<String> columns();

    /** Returns the error in the header of a CSV file. Empty if the header is valid. */
    Optional<String> headerError(List<String> columns);

    /** Adds a CSV value to the row, under the field that it has in a JSON file. */
    void putValue(ObjectNode row, String column, String value);

    /** Returns the columns with years or numeric codes. Their whole numbers may have decimals, such as 2005.0. */
    Set<String> wholeNumberColumns();

    /**
     * Returns the columns whose values have a recognizable form, such as a year, with a test for that form. In a
     * damaged CSV row they show which values are in their column.
     */
    Map<String, Predicate<String>> recognizableColumns();

    /**
     * Returns the names of the fields that identify the subject of a row. They are extracted from damaged JSON rows,
     * so that the report can name the subject.
     */
    List<String> subjectFields();
}
