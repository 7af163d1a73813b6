 (func $driver/filetests/raise:halves (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local.set $2
   (i32.const 0)
  )
  (block $block3
   (block $block2
    (block $block1
     (local.set $0
      (local.get $0)
     )
     (block $block
      (loop $label
       (br_if $block
        (i32.eqz
         (local.get $0)
        )
       )
       (local.set $2
        (i32.add
         (local.get $2)
         (i32.const 1)
        )
       )
       (if
        (i32.and
         (local.get $0)
         (i32.const 1)
        )
        (then
         (@metadata.code.branch_hint "\00")
         (if
          (i32.gt_u
           (local.tee $4
            (i32.add
             (local.tee $3
              (global.get $global$2)
             )
             (i32.const 16)
            )
           )
           (global.get $global$3)
          )
          (then
           (local.set $3
            (call $gc/allocate:gcReserve
             (i32.const 16)
             (local.get $1)
            )
           )
           (@metadata.code.branch_hint "\00")
           (br_if $block1
            (global.get $global$0)
           )
          )
          (else
           (global.set $global$2
            (local.get $4)
           )
          )
         )
         (i64.store
          (local.get $3)
          (i64.const ADDRESS)
         )
         (i32.store offset=8
          (local.get $3)
          (i32.const ADDRESS)
         )
         (br $block2)
        )
       )
       (local.set $0
        (i32.shr_s
         (local.get $0)
         (i32.const 1)
        )
       )
       (br $label)
      )
     )
     (br $block3)
    )
    (global.set $global$0
     (i32.const 0)
    )
   )
   (return
    (i32.sub
     (i32.const 0)
     (local.get $2)
    )
   )
  )
  (return
   (local.get $2)
  )
  (unreachable)
 )
