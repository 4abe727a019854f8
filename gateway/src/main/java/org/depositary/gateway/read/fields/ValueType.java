package org.depositary.gateway.read.fields;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Set;

/** The type of a value, for file formats that have types. */
public enum ValueType {
    TEXT,
    /** At most 64 bits. */
    WHOLE_NUMBER,
    /** A number with a fraction. */
    NUMBER,
    FLAG,
    /** A day, YYYY-MM-DD. */
    DAY;

    private static final Set<Class<?>> WHOLE_NUMBERS =
            Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class);

    /** The type of the values of a Java type. Very large numbers are texts, so that no digit is lost. */
    static ValueType of(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return FLAG;
        }
        if (type == LocalDate.class) {
            return DAY;
        }
        if (WHOLE_NUMBERS.contains(type)) {
            return WHOLE_NUMBER;
        }
        boolean isNumber = Number.class.isAssignableFrom(type) || type == double.class || type == float.class;
        return isNumber && type != BigInteger.class ? NUMBER : TEXT;
    }
}
