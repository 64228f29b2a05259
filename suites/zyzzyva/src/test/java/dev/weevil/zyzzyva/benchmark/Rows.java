package dev.weevil.zyzzyva.benchmark;

import dev.weevil.engine.cluster.Membership;
import dev.weevil.engine.cluster.Settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table's rows, from the simplest server to the most expensive path. */
final class Rows {

    /** Enough to keep two batches of ten on their way. */
    static final int CLIENTS = 40;

    static final String ECHO = "echo";
    static final String UNREPLICATED = "unreplicated";

    /** Has around it what a replica has: as many processes, each client with as many answers. */
    static final String IN_COMPANY = "four unreplicated";

    static final String MAC_TEN = "mac b=10 f=1";
    static final String HARD_DRIVEN = MAC_TEN + " hard driven";

    /** Nothing but a fault shall lead off the fast path, however busy the machine is; batches fill up. */
    private static final Settings PATIENT = Settings.NONE
            .with("tCommit", 20_000)
            .with("tRetrans", 5_000)
            .with("tReq", 30_000)
            .with("tFill", 10_000)
            .with("checkpointInterval", 1024)
            .with("pipeline", 1);

    private Rows() {}

    static List<Row> all() {
        List<Row> rows = new ArrayList<>();
        Membership alone = new Membership(1, 0, CLIENTS);
        rows.add(new Row(ECHO, Row.Server.ECHO, alone, Settings.NONE, 0));
        rows.add(new Row(UNREPLICATED, Row.Server.UNREPLICATED, alone, Settings.NONE, 0));
        rows.add(new Row(
                IN_COMPANY,
                Row.Server.UNREPLICATED,
                Membership.byzantine(1, CLIENTS),
                Settings.NONE,
                0));
        rows.add(new Row(
                HARD_DRIVEN,
                Row.Server.HARD_DRIVEN,
                Membership.byzantine(1, CLIENTS),
                PATIENT.with("auth", "MAC").with("batch", 10),
                0));
        for (String mode : List.of("MAC", "SIGN")) {
            for (int faults = 1; faults <= 2; faults++) {
                for (int batch : List.of(1, 10)) {
                    rows.add(fast(mode, faults, batch));
                }
            }
        }
        for (String mode : List.of("MAC", "SIGN")) {
            rows.add(five(mode));
            rows.add(oneMute(mode, false));
            rows.add(oneMute(mode, true));
        }
        return rows;
    }

    static Row named(String name) {
        return all().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no row named '" + name + "'"));
    }

    private static Row fast(String mode, int faults, int batch) {
        return new Row(
                word(mode) + " b=" + batch + " f=" + faults,
                Row.Server.ZYZZYVA,
                Membership.byzantine(faults, CLIENTS),
                PATIENT.with("auth", mode).with("batch", batch),
                0);
    }

    private static Row five(String mode) {
        return new Row(
                "zyzzyva5 " + word(mode) + " b=10 f=1",
                Row.Server.ZYZZYVA,
                new Membership(6, 1, CLIENTS),
                PATIENT.with("auth", mode).with("batch", 10).with("variant", "ZYZZYVA5"),
                0);
    }

    /** The last backup says nothing; clients learn from that, with the optimisation or without. */
    private static Row oneMute(String mode, boolean optimised) {
        return new Row(
                "mute " + word(mode) + (optimised ? " commitOpt" : " two phases"),
                Row.Server.ZYZZYVA,
                Membership.byzantine(1, CLIENTS),
                PATIENT.with("auth", mode)
                        .with("batch", 10)
                        .with("tCommit", 10)
                        .with("adaptiveCommit", true)
                        .with("commitOpt", optimised),
                1);
    }

    private static String word(String mode) {
        return mode.toLowerCase(Locale.ROOT);
    }
}
