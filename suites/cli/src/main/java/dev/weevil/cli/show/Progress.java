package dev.weevil.cli.show;

import dev.weevil.engine.run.Result;
import dev.weevil.engine.run.RunName;

/** Is told how far a campaign has come. */
public interface Progress {

    /** Says nothing. */
    Progress SILENT = new Progress() {
        @Override
        public void begins(RunName run) {}

        @Override
        public void goesOn() {}

        @Override
        public void ended(Result result) {}

        @Override
        public void over() {}
    };

    void begins(RunName run);

    /** Called a few times a second while a run goes on. */
    void goesOn();

    void ended(Result result);

    /** Nothing more will come. */
    void over();
}
