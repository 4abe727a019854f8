package org.depositary.gateway.exports;

import java.util.Iterator;
import org.depositary.gateway.exports.formats.ExportRow;
import org.depositary.gateway.read.AsOfPoint;

/** Reads the rows of one kind of export. Both points must have a position in the log. */
public interface ExportSource {

    Iterator<ExportRow> rows(AsOfPoint asOf);

    /** The rows that differ between the two points, each with how it differs. */
    Iterator<ExportRow> differences(AsOfPoint before, AsOfPoint after);
}
