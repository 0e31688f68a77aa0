package vn.lienthong.hub.intake.submissions;

/** How far a submission was read: {@code resumeAt} records are kept, of which all have an outcome or a message. */
record Progress(State state, int resumeAt) {

    enum State {
        /** Being read. */
        RECEIVING,
        /** Read to its end. */
        SPLIT,
        /** Reading stopped for good; the last record stands for all that could not be read. */
        UNDECODABLE,
        /** Never read: its receipt belongs to other bytes. */
        CONFLICT
    }

    /** Whether this record stands for all that could not be read. */
    boolean stoppedAt(int no) {
        return state == State.UNDECODABLE && no == resumeAt + 1;
    }
}
