package dev.weevil.checker.format;

import java.math.BigInteger;

/** Numbers of a token, as EDN and JSON write them. */
final class Scalars {

    private static final int LONGEST_NUMBER = 10_000;

    private Scalars() {}

    /** Whether the token begins as a number does. */
    static boolean looksNumeric(Source in) {
        int first = in.tokenByte(0);
        int digit = first == '-' || first == '+' ? 1 : 0;
        return in.tokenLength() > digit && in.tokenByte(digit) >= '0' && in.tokenByte(digit) <= '9';
    }

    /** A {@link Long}, {@link BigInteger} or {@link Double}. */
    static Object number(Source in) {
        int start = in.tokenByte(0) == '-' || in.tokenByte(0) == '+' ? 1 : 0;
        int end = in.tokenLength();
        if (end - start > 18) {
            return longNumber(in);
        }
        long value = 0;
        for (int i = start; i < end; i++) {
            int digit = in.tokenByte(i) - '0';
            if (digit < 0 || digit > 9) {
                return longNumber(in);
            }
            value = value * 10 + digit;
        }
        return in.tokenByte(0) == '-' ? -value : value;
    }

    private static Object longNumber(Source in) {
        String text = in.text(0);
        if (text.length() > LONGEST_NUMBER) {
            throw in.malformed("a number of at most " + LONGEST_NUMBER + " digits");
        }
        try {
            String digits = text.endsWith("N") ? text.substring(0, text.length() - 1) : text;
            if (digits.matches("[-+]?[0-9]+")) {
                BigInteger big =
                        new BigInteger(digits.startsWith("+") ? digits.substring(1) : digits);
                return big.bitLength() < 64 ? (Object) big.longValue() : big;
            }
            if (text.matches("[-+]?[0-9]+/[0-9]+")) {
                return text;
            }
            if (!text.matches("[-+]?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]+)?M?")) {
                throw in.malformed("a number", "\"" + text + "\"");
            }
            return Double.valueOf(text.endsWith("M") ? text.substring(0, text.length() - 1) : text);
        } catch (NumberFormatException e) {
            throw in.malformed("a number", "\"" + text + "\"");
        }
    }
}
