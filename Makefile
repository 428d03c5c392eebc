# Each task sets up what it needs by itself; without make: python3 tools/dev.py TASK
.PHONY: site serve test bench lock

site serve test bench lock:
	@python3 tools/dev.py $@
