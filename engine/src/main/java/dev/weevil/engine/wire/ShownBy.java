package dev.weevil.engine.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How the bytes of this component, or of what it may hold, are put for people; where that finds no
 * words for them they are shown as bytes.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ShownBy {

    /** A public class with a public constructor that takes nothing. */
    Class<? extends BytesInWords> value();
}
