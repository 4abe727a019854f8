package org.depositary.gateway.read.fields;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares the fields of the objects in an array whose Java type does not show them, for example raw JSON. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ItemsLike {

    /** A record with the same fields as the objects. */
    Class<? extends Record> value();
}
