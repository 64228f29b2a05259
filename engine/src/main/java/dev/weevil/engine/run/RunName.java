package dev.weevil.engine.run;

import dev.weevil.engine.chance.Seed;

/** Which run it is: the same name gives the same plan. */
public record RunName(String suite, String scenario, Mode mode, Seed seed) {

    /** As it stands in folder names: {@code zyzzyva-mute-backup-live-7}. */
    @Override
    public String toString() {
        return String.join(
                "-", suite, scenario.replace('/', '-'), mode.toString(), seed.toString());
    }

    /** The command that runs it again. */
    public String command() {
        return "weevil " + arguments();
    }

    /** What to tell the command line for it to be run again. */
    public String arguments() {
        String flag = mode == Mode.LIVE ? "--live" : "--simulate";
        return "run " + suite + "/" + scenario + " " + flag + " --seed " + seed;
    }
}
