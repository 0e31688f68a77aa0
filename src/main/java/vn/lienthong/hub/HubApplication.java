package vn.lienthong.hub;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** The reactive context of the hub; it scans its own package only. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan
public class HubApplication {}
