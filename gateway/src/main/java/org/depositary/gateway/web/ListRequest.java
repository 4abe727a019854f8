package org.depositary.gateway.web;

/**
 * A request for a page of a list: a record with all its parameters.
 *
 * @param <F> the filters of the list
 */
public interface ListRequest<F> {

    ListParameters list();

    /** @throws org.depositary.eventsourcing.Problem if a parameter is invalid */
    F filter();
}
