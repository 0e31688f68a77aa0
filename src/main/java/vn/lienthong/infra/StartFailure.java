package vn.lienthong.infra;

/** The hub cannot start, and what the person at the keyboard can do about it. */
public final class StartFailure extends RuntimeException {

    private final String remedy;

    public StartFailure(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    public StartFailure(String problem, String remedy, Throwable cause) {
        super(problem, cause);
        this.remedy = remedy;
    }

    /** One sentence: what to do. */
    public String remedy() {
        return remedy;
    }
}
