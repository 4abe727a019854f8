package org.depositary.gateway.read.fields;

import java.io.IOException;
import java.util.List;

/** Writes the items of a list in some format, some at a time. */
public interface ItemWriter {

    /** Writes what comes before the first item. */
    void begin() throws IOException;

    /** Writes some items, and sends them to the client. */
    void write(List<?> items) throws IOException;
}
