package org.depositary.documents.extraction.repair;

import org.depositary.documents.extraction.structure.RepairReason;

/** An edit whose offsets count UTF-16 units of the whole text. */
record TextChange(int start, int end, String replacement, RepairReason reason) {

    boolean overlaps(TextChange other) {
        return start < other.end && other.start < end;
    }
}
