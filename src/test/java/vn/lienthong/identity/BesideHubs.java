package vn.lienthong.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** For a class with an identity of its own, which takes no messages: it runs beside tests of hubs, one at a time. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(BesideHubs.ONE_IDENTITY)
@interface BesideHubs {

    /** The library keeps what it knows of its tables once per process, and reads it anew for each identity that starts. */
    String ONE_IDENTITY = "identity";
}
