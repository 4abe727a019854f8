package org.depositary.vocabulary.instruments;

import java.util.Optional;

/** The time of a reservation: from the reservation to its withdrawal, or to the end of the party's participation. */
public record ReservationSpan(DatedAct opened, Optional<DatedAct> closed) {}
