package vn.lienthong.hub.intake;

import java.util.UUID;

/** Where the register's side says that every record of a submission has ended, so that a waiting door can answer. */
public interface Outcomes {

    /** Called after the database committed; cheap, never blocks, and harmless when nobody waits. */
    void settled(UUID receipt);
}
