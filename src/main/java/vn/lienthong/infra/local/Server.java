package vn.lienthong.infra.local;

import java.io.IOException;
import java.time.Duration;

/** A server the hub runs as a child process of its own. */
interface Server {

    /** What it is called in messages. */
    String title();

    /** What its process, log and port are filed under. */
    String id();

    /** Whether the hub cannot start without it. */
    boolean isEssential();

    /** Removes what a killed predecessor left and makes what the first start needs. */
    void prepare() throws IOException;

    /** The command to run it. */
    ProcessBuilder command() throws IOException;

    /** Whether it answers; called again and again while it starts. */
    boolean answers();

    /** How long it may take to answer. */
    Duration patience();

    /** Asks it to end in an orderly way. */
    void askToEnd(ProcessHandle process);
}
