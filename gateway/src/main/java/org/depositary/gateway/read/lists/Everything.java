package org.depositary.gateway.read.lists;

/** The filter of a list that always has all its items. */
public record Everything() {

    public static final Everything ALL = new Everything();
}
